// Whom this phone believes. The root is learnt once, with the first pack, over the same line as this program; afterwards it is fixed.
import { checkBody, checkFile, keyOf, readRevoked, type PackVerdict, type Revoked } from "../pack/pack";
import { CannotKeep } from "./cannot";
import { revokedText } from "./line";
import { facts, learn, packs, seenOf } from "./store";

/** This phone's clock, unless a signature shows that it is behind. */
export const now = async (): Promise<number> => Math.max(Date.now(), (await facts()).floor ?? 0);

/** The key of the root. @throws CannotKeep where another one is offered than is known. */
export async function rootKey(offered?: string): Promise<CryptoKey> {
  const { root } = await facts();
  if (root !== undefined && offered !== undefined && root !== offered) throw new CannotKeep("other_key");
  const text = root ?? offered;
  const key = text === undefined ? undefined : await keyOf(text);
  if (!key) throw new CannotKeep("needs_site");
  if (root === undefined) await learn({ root: text! });
  return key;
}

/** The newest list of what is revoked that this phone has. */
export async function revoked(root: CryptoKey): Promise<Revoked | undefined> {
  const { revoked: text } = await facts();
  return text === undefined ? undefined : readRevoked(new TextEncoder().encode(text), root);
}

/** Takes a list from the line. An older one than is known, or one that nobody here signed, changes nothing. */
export async function takeRevoked(text: string | undefined, root: CryptoKey): Promise<boolean> {
  if (text === undefined) return false;
  const list = await readRevoked(new TextEncoder().encode(text), root);
  const known = await revoked(root);
  if (!list || (known && (list.edition < known.edition || list.madeAt < known.madeAt))) return false;
  const { floor = 0, revoked: before } = await facts();
  await learn({ revoked: text, floor: signedAt(list.madeAt, floor) });
  return before !== text;
}

export async function fetchRevoked(root: CryptoKey): Promise<boolean> {
  return takeRevoked(await revokedText(), root);
}

/** A file or a body, against all that this phone knows. */
export async function verdictOf(bytes: Uint8Array, root: CryptoKey, is: "file" | "body", name?: string): Promise<PackVerdict> {
  const list = await revoked(root);
  const check = is === "file" ? checkFile : checkBody;
  const [kept] = await packs();
  const expected = { now: await now(), ...(name !== undefined && { name }), ...(kept && { demonstration: kept.demonstration }), ...(list && { revoked: list }) };
  const verdict = await check(bytes, root, expected);
  const seen = verdict.manifest && (await seenOf(verdict.manifest.name));
  const final = seen === undefined ? verdict : await check(bytes, root, { ...expected, seenEdition: seen });
  if (final.state === "good") await learn({ floor: signedAt(final.manifest!.madeAt, (await facts()).floor ?? 0) });
  return final;
}

const signedAt = (time: string, floor: number): number => Math.max(Date.parse(time), floor);
