const TENTHS = 10

/**
 * Tells of each tenth of the way once, in order, however far it went at a time: so how many steps there are, which depends
 * on records that the reader may not see, is not told.
 */
export function eachTenth(tell: (percent: number) => void): (share: number) => void {
  let told = 0
  return (share) => {
    while (told < Math.floor(TENTHS * share)) tell((100 / TENTHS) * ++told)
  }
}
