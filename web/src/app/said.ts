/** What a page asks of the worker. */
export type Asked =
  | { do: "keep"; name: string }
  | { do: "take"; file: ArrayBuffer }
  | { do: "remove"; name: string }
  | { do: "choose"; wifiOnly: boolean }
  | { do: "tell" };

export interface KeptSaid {
  name: string;
  madeAt: string;
  expiresAt: string;
  bytes: number;
}

/** What it hears. The last one is a state or a refusal. */
export type Said =
  | { is: "progress"; done: number; of: number }
  | { is: "taken"; name: string }
  | { is: "state"; packs: KeptSaid[]; wifiOnly: boolean }
  | { is: "cannot"; code: string };
