// Figures that the bench reads. They are measured here, where a browser is, and judged there.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const artifacts = fileURLToPath(new URL("../../../artifacts/", import.meta.url));
const file = `${artifacts}browser-figures.json`;
const figures = {};

export function writeFigures(name, values) {
  figures[name] = values;
  mkdirSync(artifacts, { recursive: true });
  writeFileSync(file, `${JSON.stringify(figures, null, 1)}\n`);
}
