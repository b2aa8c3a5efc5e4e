// The forms under which people know a place whose name is longer. Twin of Kernel/Geography/ShortNames.cs.
import { fold } from "../letters/fold";

const SHORTEST_ALONE = 6;
const TITLES = ["heroica ciudad de ", "heroica ", "ciudad ", "villa de "];
const JOINTS = [" de ", " del ", " y "];

export function shortNames(names: string[], own: string[], isTaken: (name: string) => boolean, add: (name: string, isWeak: boolean, number: number) => void): void {
  const alone = new Map<string, number>();
  names.forEach((whole, number) => {
    const bracket = whole.search(/[([,]/);
    const name = bracket > 0 ? fold(whole.slice(0, bracket)) : own[number]!;
    if (bracket > 0) add(name, false, number);
    if (bracket > 0 && whole[bracket] === "(") add(fold(whole.slice(bracket)), true, number);
    const title = TITLES.find((known) => name.startsWith(known));
    if (title !== undefined) add(name.slice(title.length), false, number);
    else {
      const end = name.indexOf(" ");
      const first = name.slice(0, end);
      if (end >= SHORTEST_ALONE && JOINTS.some((joint) => name.startsWith(joint, end)) && !isTaken(first)) alone.set(first, alone.has(first) ? -1 : number);
    }
  });
  for (const [name, number] of alone) if (number >= 0) add(name, true, number);
}
