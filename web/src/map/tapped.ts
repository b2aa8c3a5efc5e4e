// What was pressed on the map, as a card in its corner: a place, or the names of places that lie at one point.
import type { Place } from "./asked";
import { parts, pathOf } from "./entry";
import { make, say, type Said } from "./words";

export class Tapped {
  private readonly box: HTMLDivElement;
  private back: HTMLElement | null = null;

  constructor(stage: HTMLElement, private readonly said: Said, private readonly onShut: () => void) {
    this.box = make("div", "card tapped");
    this.box.hidden = true;
    this.box.setAttribute("role", "group");
    stage.append(this.box);
  }

  open(places: Place[], from: HTMLElement): void {
    const shut = make("button", "button quiet shut", "×");
    shut.type = "button";
    shut.setAttribute("aria-label", this.said.close);
    shut.addEventListener("click", () => this.shut());
    const [only] = places;
    const what = places.length === 1 && only ? parts(only, this.said, "h2") : this.several(places);
    this.box.replaceChildren(...what, shut);
    this.box.setAttribute("aria-label", places.length === 1 && only ? only.name : say(this.said.together, { n: places.length }));
    this.box.hidden = false;
    this.back = from;
    this.box.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
  }

  /** False where nothing was open. */
  shut(): boolean {
    if (this.box.hidden) return false;
    const hadFocus = this.box.contains(document.activeElement);
    this.box.hidden = true;
    this.onShut();
    if (hadFocus && this.back?.isConnected) this.back.focus({ preventScroll: true });
    return true;
  }

  private several(places: Place[]): HTMLElement[] {
    const names = places.map((place) => {
      const link = make("a", "", place.name);
      link.href = pathOf(place);
      return make("li", "", link, " ", make("span", "meta", place.state));
    });
    return [make("h2", "", say(this.said.together, { n: places.length })), make("ul", "", ...names)];
  }
}
