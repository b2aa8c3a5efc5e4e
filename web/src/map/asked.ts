// What is asked for when the map is wanted, and what comes back: the same whether a server answers or the phone itself.
export interface Place {
  slug: string; name: string; kind: string; icon: string; latitude: number; longitude: number;
  /** The point is that of a part of town: no pin may stand there. */
  area?: boolean;
  tone?: string; state: string; trust: string; doubt?: boolean; what: string; where: string;
}

export interface Answer { points?: Place[]; unplaced?: number; more?: boolean }

declare global {
  interface Window {
    /** Given by the program once it is here: draws the map into its frame. */
    amparoMap?: (frame: HTMLElement, drawing: ArrayBuffer, answer: Answer) => void;
  }
}
