// The list below the map holds what the map shows, and whoever moves in one sees where she is in the other.
import type { Answer, Place } from "./asked";
import { parts } from "./entry";
import type { Spot } from "./spots";
import { make, say, type Said } from "./words";

export class Step {
  private readonly told: HTMLElement;
  private readonly list: HTMLUListElement;
  private readonly items = new Map<number, HTMLLIElement>();
  private spots: Spot[] = [];

  constructor(frame: HTMLElement, private readonly places: Place[], private readonly said: Said, answer: Answer) {
    this.told = make("h2", "meta");
    this.told.setAttribute("aria-live", "polite");
    this.list = make("ul", "cards");
    frame.append(this.told, ...[answer.more && said.more, answer.unplaced && say(said.unplaced, { n: answer.unplaced })].filter(Boolean).map((sentence) => make("p", "meta", String(sentence))), this.list);
    this.list.addEventListener("focusin", (event) => {
      const item = (event.target as Element).closest("li");
      const number = [...this.items].find(([, it]) => it === item)?.[0];
      this.mark(number === undefined ? [] : [number]);
    });
    this.list.addEventListener("focusout", () => this.mark([]));
  }

  show(spots: Spot[]): void {
    this.spots = spots;
    const numbers = [...new Set(spots.flatMap((spot) => spot.places))].sort((a, b) => a - b);
    this.told.textContent = numbers.length === 0 ? this.said.none : say(this.said.shown, { n: numbers.length, total: this.places.length });
    this.list.replaceChildren(...numbers.map((number) => this.item(number)));
  }

  /** Marks these places in the list and wherever they stand on the map. */
  mark(numbers: number[]): void {
    for (const [number, item] of this.items) item.classList.toggle("on", numbers.includes(number));
    for (const spot of this.spots) spot.button.classList.toggle("on", spot.places.some((number) => numbers.includes(number)));
  }

  private item(number: number): HTMLLIElement {
    const known = this.items.get(number);
    const place = this.places[number];
    if (known || !place) return known ?? make("li", "");
    const item = make("li", "card", ...parts(place, this.said, "h3"));
    this.items.set(number, item);
    return item;
  }
}
