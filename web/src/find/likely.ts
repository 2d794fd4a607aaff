/** How a probability is called. The words are of the certainty that both are one firearm, not of any finding. */
export function likelyWord(probability: number): 'very_likely' | 'likely' | 'even' | 'unlikely' | 'chance' {
  if (probability >= 0.95) return 'very_likely'
  if (probability >= 0.65) return 'likely'
  if (probability >= 0.35) return 'even'
  return probability >= 0.01 ? 'unlikely' : 'chance'
}
