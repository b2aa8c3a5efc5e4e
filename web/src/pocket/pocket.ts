// All that a phone needs to show a pack, as one module.
export * from "./pages";
export * from "../pack/pack";
export { Words, type WordFile } from "../search/search";
