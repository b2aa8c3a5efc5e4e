// The last piece of a town's address. Twin of Kernel/Geography/PlaceSlugs.cs, as far as a pack goes: it does not know municipalities, by
// which two towns of one name and area are told apart. Those are named by their cell, which both sides understand.
import { fold } from "../../search/letters/fold";
import { areaSaid, type Gazetteer, type Place } from "../../search/where/gazetteer";
import { cellAround, cellText } from "./near";

interface Slugs {
  of: Map<Place, string>;
  places: Map<string, Place>;
}

const KNOWN = new WeakMap<Gazetteer, Slugs>();

/** Made when somebody first asks: thousands of names take a moment. */
function slugsOf(gazetteer: Gazetteer): Slugs {
  const known = KNOWN.get(gazetteer);
  if (known) return known;
  const slugs: Slugs = { of: new Map(), places: new Map() };
  const joined = (text: string): string => fold(text).replace(/ /g, "-");
  const byName = (place: Place): string => `${joined(place.name)}-${place.country.toLowerCase()}`;
  const byArea = (place: Place): string => `${joined(place.name)}-${joined(areaSaid(place.area))}-${place.country.toLowerCase()}`;
  let left = gazetteer.all;
  for (const slug of [byName, byArea]) {
    const made = left.map(slug);
    const seen = new Map<string, number>();
    for (const one of made) seen.set(one, (seen.get(one) ?? 0) + 1);
    left = left.filter((place, i) => {
      if (seen.get(made[i]!) !== 1 || slugs.places.has(made[i]!)) return true;
      slugs.places.set(made[i]!, place);
      slugs.of.set(place, made[i]!);
      return false;
    });
  }
  KNOWN.set(gazetteer, slugs);
  return slugs;
}

export const placeOf = (slug: string, gazetteer: Gazetteer): Place | undefined => (slug.includes("-") ? slugsOf(gazetteer).places.get(slug) : undefined);

/** What `near=` calls a town by. */
export const slugOfPlace = (place: Place, gazetteer: Gazetteer): string => slugsOf(gazetteer).of.get(place) ?? cellText(cellAround(place));
