/** Hands things on by their numbers, from `first` up without a gap, in whatever order they come. */
export function inOrder<Thing>(first: number, onward: (thing: Thing) => void) {
  const waiting = new Map<number, Thing>();
  let next = first;
  return (number: number, thing: Thing): void => {
    waiting.set(number, thing);
    for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
      waiting.delete(next);
      next += 1;
      onward(ready);
    }
  };
}
