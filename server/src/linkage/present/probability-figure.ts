/** A probability in so many decimals, never rounded to certainty. */
export function probabilityFigure(probability: number, decimals: number): string {
  const least = 10 ** -decimals
  return Math.min(1 - least, Math.max(probability === 0 ? 0 : least, probability)).toFixed(decimals)
}
