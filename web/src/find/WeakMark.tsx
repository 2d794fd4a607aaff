import type { FindAnswer } from '@proofmark/contract/schemas/find'
import { expansions } from '@proofmark/domain/serial-characters'
import { Figure } from '../common/Figure.tsx'
import { Note } from '../common/Note.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { useLanguage } from '../frame/language.tsx'

/** Above this many chance matches a mark identifies nothing (DOMAIN 4.7). */
const MOST_CHANCE = 0.1

/** The warning beside a mark that fits several firearms by chance alone. */
export function WeakMark({ answer }: { readonly answer: FindAnswer }) {
  const { say, figures } = useLanguage()
  const readings = expansions(answer.query.characters)
  return (
    <Note tone="departure" heading={say('find.weak')}>
      {readings !== null && readings > 1 && `${say('find.weak_readings', { readings: figures.count(readings) })} `}
      <Sentence
        id="find.weak_chance"
        parameters={{ entries: figures.count(answer.entries), most: figures.chance(MOST_CHANCE) }}
        nodes={{ chance: <Figure>{figures.chance(answer.chance)}</Figure> }}
      />
    </Note>
  )
}
