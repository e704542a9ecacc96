// When a reader turns to the cards: points at them, moves the focus there, or scrolls among them.

const TURNS = ["pointermove", "touchstart", "wheel", "focusin"];

/** Call `act` at each turn to `element`, at most once in a while. */
export function onTurningTo(element, act, rest = 300) {
  let last = 0;
  const turn = (event) => {
    if (event.timeStamp - last < rest) return;
    last = event.timeStamp;
    act();
  };
  for (const name of TURNS) element.addEventListener(name, turn, { passive: true });
}
