import { useMemo } from 'react'
import { Button } from '../../common/Button.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from '../ask/Ask.module.css'
import type { GraphDesk } from '../desk/graph-desk.ts'
import { pictureOf } from '../picture/picture.ts'
import { svgAddress, svgOf } from '../picture/svg.ts'
import type { Arrangement } from '../state/arrangement.ts'
import { differencesOf, joined } from '../state/saved.ts'
import { shownOf } from '../state/shown.ts'
import { useTexts, type Words } from '../useTexts.ts'
import type { Beside, Kept } from './useKept.ts'

interface SideBySideProps {
  readonly desk: GraphDesk
  readonly words: Words
  readonly kept: Kept
  readonly beside: Beside
}

/** Two rearranged one graph: both stand side by side, in what they differ is said, and nothing of either is lost. */
export function SideBySide({ desk, words, kept, beside }: SideBySideProps) {
  const { say, figures } = useLanguage()
  const mine = desk.arrangement
  const theirs = beside.arrangement
  const differences = differencesOf(mine, theirs)
  const counts = [
    ['only_mine', differences.onlyMine.length],
    ['only_theirs', differences.onlyTheirs.length],
    ['moved', differences.moved.length],
  ] as const
  return (
    <section className={styles.answer} role="alert" aria-label={say('graph.page.beside')}>
      <p>{say('graph.page.beside_told', { by: beside.by, at: figures.moment(beside.at), version: beside.version })}</p>
      <ul>
        {counts.map(
          ([id, count]) =>
            count > 0 && <li key={id}>{say(`graph.page.differ.${id}`, { count, figure: figures.count(count) })}</li>,
        )}
        {differences.otherwise && <li>{say('graph.page.differ.otherwise')}</li>}
      </ul>
      <div className={styles.sides}>
        <Side desk={desk} words={words} arrangement={mine} heading={say('graph.page.mine')}>
          <Button onClick={() => kept.settle(mine)}>{say('graph.page.keep_mine')}</Button>
        </Side>
        <Side desk={desk} words={words} arrangement={theirs} heading={say('graph.page.theirs')}>
          <Button onClick={() => kept.settle(theirs)}>{say('graph.page.take_theirs')}</Button>
          {differences.onlyMine.length > 0 && (
            <Button onClick={() => kept.settle(joined(mine, theirs))}>{say('graph.page.take_both')}</Button>
          )}
        </Side>
      </div>
    </section>
  )
}

interface SideProps {
  readonly desk: GraphDesk
  readonly words: Words
  readonly arrangement: Arrangement
  readonly heading: string
  readonly children: React.ReactNode
}

function Side({ desk, words, arrangement, heading, children }: SideProps) {
  const { locale } = useLanguage()
  const shown = useMemo(() => shownOf(desk.known, arrangement), [desk.known, arrangement])
  const texts = useTexts(shown, words)
  const address = useMemo(
    () => svgAddress(svgOf(pictureOf(shown, texts), heading, locale)),
    [shown, texts, heading, locale],
  )
  return (
    <div>
      <h3>{heading}</h3>
      <img src={address} alt={heading} />
      {children}
    </div>
  )
}
