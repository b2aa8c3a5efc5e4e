// A file of sounds, looked at before anything of it is kept: src/Publication/Recordings/README.md. Nothing is believed that the root
// did not sign, and no sound that is not what its manifest says.
import { holds, PackBroken, sha256, utf8 } from "../pack/broken";
import { readCertificate, string, time, whole, idOf, type Certificate } from "../pack/manifest";
import { certified, readRevoked } from "../pack/revoked";
import { fromBase64, isSigned } from "../pack/signed";
import type { KeptSound } from "./store";

const FORMAT = "amparo-audio-1";
const HEAD = "audio 1 ";
const HEAD_LENGTH = HEAD.length + 64 + 1;
const CLOCKS = 24 * 3_600_000;
const TYPES = ["audio/mpeg", "audio/ogg", "audio/mp4"];

interface Recording {
  text: string;
  textHash: string;
  sha256: string;
  type: string;
  size: number;
  seconds: number;
}

interface Manifest {
  format: string;
  language: string;
  edition: number;
  madeAt: string;
  expiresAt: string;
  demonstration: boolean;
  recordings: Recording[];
  certificate: Certificate;
  signature: string;
}

/** What this phone knows already. */
export interface AudioExpected {
  root: CryptoKey;
  now: number;
  language: string;
  demonstration: boolean;
  seenEdition: number;
  revoked: string | undefined;
}

export interface Audio {
  id: string;
  edition: number;
  madeAt: string;
  sounds: Map<string, KeptSound>;
}

/** @throws PackBroken where it is torn or not what was signed; a code of the page where it must not be taken. */
export async function audioOf(file: Uint8Array, expected: AudioExpected): Promise<Audio | string> {
  holds(file.length > HEAD_LENGTH);
  const rest = file.subarray(HEAD_LENGTH);
  if (String.fromCharCode(...file.subarray(0, HEAD_LENGTH)) !== `${HEAD}${await sha256(rest)}\n`) return "unreadable";
  const end = rest.indexOf(10);
  holds(end > 0);
  const text = utf8(rest.subarray(0, end));
  const manifest = read(text);
  const wrong = await refusal(manifest, text, expected);
  return wrong ?? { id: await idOf(text), edition: manifest.edition, madeAt: manifest.madeAt, sounds: await soundsOf(manifest, rest.subarray(end + 1)) };
}

async function refusal(manifest: Manifest, text: string, expected: AudioExpected): Promise<string | undefined> {
  const { certificate, madeAt, expiresAt } = manifest;
  const key = await certified(certificate, expected.root);
  if (!key) return "other_key";
  if (!(await isSigned(text, key)) || madeAt < certificate.notBefore || madeAt > certificate.notAfter || expiresAt > certificate.notAfter) return "altered";
  if (manifest.demonstration !== certificate.demonstration || manifest.demonstration !== expected.demonstration) return "other_kind";
  const revoked = expected.revoked === undefined ? undefined : await readRevoked(new TextEncoder().encode(expected.revoked), expected.root);
  if (revoked?.keys.includes(await sha256(fromBase64(certificate.publicKey)!))) return "withdrawn";
  if (manifest.language !== expected.language) return "other_pack";
  if (manifest.edition < expected.seenEdition) return "replayed";
  if (Date.parse(madeAt) > expected.now + CLOCKS) return "early";
  return Date.parse(expiresAt) <= expected.now ? "expired" : undefined;
}

async function soundsOf(manifest: Manifest, bytes: Uint8Array): Promise<Map<string, KeptSound>> {
  const sounds = new Map<string, KeptSound>();
  let at = 0;
  for (const { sha256: hash, type, size } of manifest.recordings) {
    const sound = bytes.slice(at, (at += size));
    holds(sound.length === size && (await sha256(sound)) === hash);
    sounds.set(hash, { language: manifest.language, type, bytes: sound });
  }
  holds(at === bytes.length);
  return sounds;
}

/** Refuses every byte that the publisher would not write so. */
function read(text: string): Manifest {
  try {
    const json = JSON.parse(text) as Manifest;
    const manifest: Manifest = {
      format: FORMAT, language: string(json.language), edition: whole(json.edition), madeAt: time(json.madeAt), expiresAt: time(json.expiresAt), demonstration: json.demonstration === true,
      recordings: json.recordings.map(recording), certificate: readCertificate(json.certificate), signature: string(json.signature),
    };
    holds(JSON.stringify(manifest) === text);
    return manifest;
  } catch {
    throw new PackBroken();
  }
}

function recording(json: Recording): Recording {
  holds(/^[0-9a-f]{64}$/.test(json.sha256) && /^[0-9a-f]{64}$/.test(json.textHash) && TYPES.includes(json.type) && json.size > 0);
  return { text: string(json.text), textHash: json.textHash, sha256: json.sha256, type: json.type, size: whole(json.size), seconds: whole(json.seconds) };
}
