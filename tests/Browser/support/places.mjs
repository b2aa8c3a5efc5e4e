// Places to look at, one of each kind and of each state, as the lists of the site itself name them.
import { site } from "./browser.mjs";

const KINDS = ["shelter", "food", "health", "legal", "women", "lgbti", "child_protection", "consular", "migration_authority", "asylum_authority"];
const CARD = /<li class="card">.*?<\/li>/gs;
const SLUG = /href="\/es\/centres\/([^"?/]+)"/;

async function cards(query) {
  const page = await (await fetch(`${site}/es/centres?${query}`)).text();
  return [...page.matchAll(CARD)].map(([card]) => ({
    slug: SLUG.exec(card)?.[1],
    state: `${/class="state ?([a-z]*)"/.exec(card)?.[1] || "unknown"}${card.includes("trust doubt") ? ", unconfirmed" : ""}`,
  })).filter((card) => card.slug);
}

/** Name → slug: "a place of kind shelter", "a shelter that is said to be open, unconfirmed" … */
export const places = new Map();

/** Fills them, once the server is there. */
export async function findPlaces() {
  for (const kind of KINDS) {
    const [first] = await cards(`kind=${kind}`);
    if (!first) throw new Error(`the demonstration has no place of kind ${kind}`);
    places.set(`a place of kind ${kind}`, first.slug);
  }
  for (let page = 1; page <= 6; page++) {
    for (const card of await cards(`kind=shelter&page=${page}`)) {
      const name = `a shelter that is said to be ${card.state}`;
      if (!places.has(name) && ![...places.values()].includes(card.slug)) places.set(name, card.slug);
    }
  }
}
