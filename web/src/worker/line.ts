// What goes over the network. Every address here is the same for whoever keeps the same pack: none tells what somebody looks for.
import { begin, beginAnew, begunOf } from "./store";
import { joined } from "../pack/file";
import { CannotKeep } from "./cannot";

const PATIENCE = 20_000;
/** So much at most is lost where a download is cut. */
const OFTEN = 32 * 1024;
const MOST = 64 * 1024 * 1024;

export interface PackOffered {
  name: string;
  id: string;
  edition: number;
  gzip: number;
  from: string[];
}

export type Told = (done: number, of: number) => void;

/** Nothing of it goes into the browser's own store, where it could be found. */
export async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const patience = new AbortController();
  const late = setTimeout(() => patience.abort(), PATIENCE);
  try {
    return await fetch(path, { cache: "no-store", credentials: "omit", redirect: "error", headers, signal: patience.signal });
  } catch {
    throw new CannotKeep("network");
  } finally {
    clearTimeout(late);
  }
}

export async function askJson<T>(path: string): Promise<T> {
  const answer = await ask(path);
  if (!answer.ok) throw new CannotKeep(answer.status === 404 ? "none" : "network");
  try {
    return (await within(answer.json())) as T;
  } catch {
    throw new CannotKeep("network");
  }
}

/** The whole list, or undefined where nothing was ever given out. */
export async function revokedText(): Promise<string | undefined> {
  const answer = await ask("/packs/revoked");
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new CannotKeep("network");
  return new TextDecoder().decode(await bytesOf(answer));
}

/** Undefined where there is none from there. */
export async function delta(name: string, from: string): Promise<Uint8Array | undefined> {
  const answer = await ask(`/packs/${name}/from/${from}`);
  return answer.ok ? new Uint8Array(await bytesOf(answer)) : undefined;
}

/**
 * The file of a pack. Where the line is torn it goes on at once, as long as that brings something; what came is kept for the next try.
 * What a browser has received and not yet handed on when the line breaks is lost: on a slow line, where it matters, that is little.
 */
export async function file(name: string, size: number, told: Told): Promise<Uint8Array> {
  const had = async (): Promise<number> => (await begunOf(name))?.bytes.length ?? 0;
  for (let before = await had(); ; before = await had()) {
    try {
      return await rest(name, size, told);
    } catch (error) {
      if (!(error instanceof CannotKeep) || error.code !== "network" || (await had()) <= before) throw error;
    }
  }
}

async function rest(name: string, size: number, told: Told): Promise<Uint8Array> {
  let begun = await begunOf(name);
  const answer = await ask(`/packs/${name}.pack`, begun ? { range: `bytes=${begun.bytes.length}-`, "if-range": begun.etag } : {});
  if (answer.status === 416 && begun) {
    // All of it came and was never looked at, since this worker was ended just then: no later try could go on behind its end.
    await beginAnew(name);
    return rest(name, size, told);
  }
  if (!answer.ok || !answer.body) throw new CannotKeep(answer.status === 404 ? "none" : "network");
  const etag = answer.headers.get("etag") ?? "";
  if (answer.status !== 206 || begun?.etag !== etag) begun = undefined;
  const pieces = begun ? [begun.bytes] : [];
  let [length, saved] = [begun?.bytes.length ?? 0, begun?.bytes.length ?? 0];
  const save = async (): Promise<void> => {
    if (etag && length > saved) await begin(name, { etag, bytes: joined(pieces) }).catch(() => undefined);
    saved = length;
  };
  const reader = answer.body.getReader();
  try {
    for (;;) {
      const { done, value } = await within(reader.read());
      if (done) break;
      pieces.push(value);
      if ((length += value.length) > MOST) throw new CannotKeep("unreadable");
      told(length, Math.max(size, length));
      if (length - saved >= OFTEN) await save();
    }
  } catch (error) {
    await save();
    void reader.cancel().catch(() => undefined);
    throw error instanceof CannotKeep ? error : new CannotKeep("network");
  }
  return joined(pieces);
}

async function bytesOf(answer: Response): Promise<ArrayBuffer> {
  try {
    return await within(answer.arrayBuffer());
  } catch {
    throw new CannotKeep("network");
  }
}

// A line that gives nothing for so long is taken as cut.
function within<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new CannotKeep("network")), PATIENCE);
    promise.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
