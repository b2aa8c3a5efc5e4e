/** What came of a file before the line was torn. */
export interface Begun {
  etag: string;
  bytes: Uint8Array;
}

/** What a page asks of the worker. */
export type Asked =
  | { do: "keep"; name: string; begun?: Begun | undefined }
  | { do: "take"; file: ArrayBuffer }
  | { do: "remove"; name: string }
  | { do: "choose"; wifiOnly: boolean }
  | { do: "tell" };

export interface KeptSaid {
  name: string;
  madeAt: string;
  expiresAt: string;
  bytes: number;
  /** Why nothing of it is shown any more, such as that it was called back. */
  code?: string;
}

/** What it hears. The last one is a state or a refusal. */
export type Said =
  | { is: "alive" }
  | { is: "progress"; done: number; of: number }
  | { is: "taken"; name: string }
  | { is: "state"; packs: KeptSaid[]; wifiOnly: boolean }
  // Where nothing is kept nothing stays, not even what came: the open page has it, and gives it along with the next try.
  | { is: "cannot"; code: string; begun?: Begun | undefined };
