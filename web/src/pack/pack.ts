export { checkBody, checkFile, type Pack, type PackExpected, type PackState, type PackVerdict } from "./check";
export { PackBroken } from "./broken";
export { applied } from "./delta";
export { fileOf, rawBody } from "./file";
export { idOf, type Manifest, type Part } from "./manifest";
export { readRevoked, type Revoked } from "./revoked";
export { keyOf } from "./signed";
