// English words that say little by themselves, so that a question in whole sentences is known by its other words.

const WORDS = `a about after again all also am an and any are as at be because been before being between both but by can
could did do does doing done down during each few for from further get gets getting give given go goes going gone got had
happen happened happening happens has have having he her here him his how i if in into is it its just know known let may
me might more most much must my no nor not of off often on once one only or other our out over own please same shall she
should show so some still such tell than that the their them then there these they this those through to too under until up
us very was we were what when where whether which while who whom whose why will with within without would you your`;

const KNOWN = new Set(WORDS.split(/\s+/u));

/** @param {string} word folded */
export const isFunctionWord = (word) => KNOWN.has(word);
