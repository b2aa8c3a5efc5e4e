// The same errand over a line that is cut at each of its requests in turn. Which requests there are is asked of the errand itself:
// one that is added later is cut too.

/** What the line was asked while somebody did this over a whole line. */
export async function asked(line, act) {
  line.asked.length = 0;
  await act();
  return [...line.asked];
}

/**
 * Does it again for each of these requests with that one cut, before it is answered and in the middle of its answer.
 * @param again Brings what is kept to where it was, and does the errand; `cut` names where, for what the test says.
 */
export async function atEachCut(line, requests, again) {
  for (let which = 0; which < requests.length; which++)
    for (const how of ["before", "in the middle of"]) {
      const cut = { at: `${how} request ${which + 1} of ${requests.length}, ${requests[which]}`, isMet: false };
      await again(cut, () => {
        const so = requests.slice(0, which).filter((path) => path === requests[which]).length;
        let before = 0;
        const isIt = (path) => path === requests[which];
        // From there on nothing comes any more, until the line is mended.
        if (how === "before") line.refuse = (path) => (cut.isMet ||= isIt(path) && before++ === so);
        else Object.assign(line, { half: (path) => isIt(path) && before++ === so && (cut.isMet = true), refuse: () => cut.isMet });
      }, () => Object.assign(line, { refuse: undefined, half: undefined }));
    }
}
