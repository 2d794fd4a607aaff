import { useLanguage } from '../frame/language.tsx'

/** Names a pair of kinds of source, as `register+seizure`, in words; null stands for all others. */
export function usePairName(): (pair: string | null) => string {
  const { say } = useLanguage()
  return (pair) => {
    if (pair === null) return say('models.pair_all')
    const [one = '', other = ''] = pair.split('+').map((kind) => say(`word.source_kind.${kind}`))
    return say('models.pair_of', { one, other })
  }
}
