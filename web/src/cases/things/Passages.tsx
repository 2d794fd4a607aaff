import type { ThingPassages, ThingWords } from '@proofmark/contract/schemas/thing'
import { READ_PLACES } from '@proofmark/contract/thing-words'
import { useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { numbered } from '../../common/numbered.ts'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './Things.module.css'

interface PassagesProps {
  readonly thing: string
  readonly words: readonly string[]
  readonly place: ThingWords['places'][number]
}

/** What would be struck at a place, read when it is asked for: the name, and the little around it that tells who is meant. */
export function Passages({ thing, words, place }: PassagesProps) {
  const { say } = useLanguage()
  const doing = useDoing()
  const [read, setRead] = useState<ThingPassages | null>(null)
  const kind = READ_PLACES.find((each) => each === place.place)
  if (kind === undefined) return null
  const look = () =>
    doing.act(async () => {
      const at = { place: kind, of: place.of, id: place.id }
      setRead(await api('thingPassages', { thing, words: [...words], place: at, grounds: GROUNDS }))
    })
  if (read === null)
    return (
      <div>
        <Button weight="word" aria-disabled={doing.busy} onClick={look}>
          {say('thing.page.passage_look')}
        </Button>
        {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      </div>
    )
  return (
    <div className={styles.passages} role="status">
      <p className={styles.told}>{say('thing.page.passage_told')}</p>
      {numbered(read.passages).map(({ place: at, value: { before, found, after } }) => (
        <blockquote key={at} dir="auto">
          {'… '}
          {before}
          <mark>{found}</mark>
          {after}
          {' …'}
        </blockquote>
      ))}
    </div>
  )
}
