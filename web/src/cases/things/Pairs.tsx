import type { DuplicatePair, ThingDuplicates } from '@proofmark/contract/schemas/thing'
import type { ThingVerdict } from '@proofmark/contract/thing-words'
import { useCallback } from 'react'
import { Bars } from '../../common/Bars.tsx'
import { Button } from '../../common/Button.tsx'
import { Facts } from '../../common/Facts.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Section } from '../../common/Section.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { newIdentifier } from '../../enter/identifier.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { useAsked } from '../../imports/useAsked.ts'
import { ToThing } from './Called.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './Things.module.css'

interface PairsProps {
  readonly of: { readonly case?: string; readonly thing?: string }
  /** Somebody judged, so that what is one may have changed. */
  readonly onJudged?: () => void
}

/** Things that may be one, side by side, with the reasons; each verdict can be taken back. */
export function Pairs({ of, onJudged }: PairsProps) {
  const { say, figures } = useLanguage()
  const { case: within, thing } = of
  const ask = useCallback(
    (signal: AbortSignal) =>
      api(
        'thingDuplicates',
        { ...(within ? { case: within } : {}), ...(thing ? { thing } : {}), judged: true, grounds: GROUNDS },
        {},
        signal,
      ),
    [within, thing],
  )
  const [asked, again] = useAsked(ask)
  if (asked.kind === 'asking')
    return (
      <Section heading={say('thing.page.pairs')} busy>
        <Bars id="thing.page.asking" />
      </Section>
    )
  if (asked.kind === 'failed') return <Failed error={asked.error} onAgain={again} kept={false} />
  const { pairs, leftOut } = asked.answer
  const judged = () => {
    again()
    onJudged?.()
  }
  return (
    <Section heading={say('thing.page.pairs')} aside={figures.count(pairs.length)}>
      <p className={styles.told}>{say(pairs.length === 0 ? 'thing.page.no_pairs' : 'thing.page.pairs_told')}</p>
      <ul className={styles.pairs}>
        {pairs.map((pair) => (
          <Pair key={`${pair.first.thing} ${pair.second.thing}`} pair={pair} onJudged={judged} />
        ))}
      </ul>
      <LeftOut leftOut={leftOut} />
    </Section>
  )
}

function Pair({ pair, onJudged }: { readonly pair: DuplicatePair; readonly onJudged: () => void }) {
  const { say } = useLanguage()
  const doing = useDoing()
  const { first, second, reasons, verdict } = pair
  const judge = (said: ThingVerdict) => () => {
    const body = { id: newIdentifier(), first: first.thing, second: second.thing, verdict: said, grounds: GROUNDS }
    doing.act(async () => {
      await api('thingJudge', body)
      onJudged()
    })
  }
  return (
    <li>
      <div className={styles.beside}>
        {[first, second].map((each) => (
          <div key={each.thing}>
            <ToThing {...each} />
            <span className={styles.under}>{say(`thing.kind.${each.kind}`)}</span>
          </div>
        ))}
      </div>
      <ul>
        {reasons.map(({ reason, field, said }) => (
          <li key={`${reason} ${field} ${said.join()}`}>
            {say(`thing.why.${reason}`, { field: field === null ? '' : say(`thing.field.${field}`) })}{' '}
            {said.length > 0 && <Facts>{said}</Facts>}
          </li>
        ))}
      </ul>
      {verdict && (
        <p className={styles.under}>
          <Facts>{[say(`thing.verdict.${verdict.verdict}`), verdict.by, verdict.why]}</Facts>
        </p>
      )}
      <p className={styles.buttons}>
        {(['same', 'different', 'undecided'] as const)
          .filter((each) => each !== verdict?.verdict)
          .map((each) => (
            <Button key={each} aria-disabled={doing.busy} onClick={judge(each)}>
              {say(`thing.verdict.${each}`)}
            </Button>
          ))}
        {verdict && (
          <Button weight="word" aria-disabled={doing.busy} onClick={judge('withdrawn')}>
            {say('thing.page.take_back')}
          </Button>
        )}
      </p>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
    </li>
  )
}

function LeftOut({ leftOut }: Pick<ThingDuplicates, 'leftOut'>) {
  const { say } = useLanguage()
  if (leftOut.length === 0) return null
  return (
    <ul className={styles.told}>
      {leftOut.map(({ field, value, things, most }) => (
        <li key={`${field} ${value}`}>
          {say('thing.left_out', { field: say(`thing.field.${field}`), value: value ?? '', things, most })}
        </li>
      ))}
    </ul>
  )
}
