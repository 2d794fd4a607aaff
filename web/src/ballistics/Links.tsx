import type { BallisticItem, BallisticLink, BallisticShown } from '@proofmark/contract/schemas/ballistic'
import { useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Ballistics.module.css'
import { GROUNDS } from './grounds.ts'
import { Level } from './Level.tsx'
import { ReferForm } from './ReferForm.tsx'
import { StatedDay } from './StatedDay.tsx'
import { WithdrawForm } from './WithdrawForm.tsx'

interface LinksProps {
  readonly shown: BallisticShown
  readonly onChanged: (shown: BallisticShown) => void
}

/** What comparisons said, each with its history, and what this reader may do with it. */
export function Links({ shown, onChanged }: LinksProps) {
  const { say } = useLanguage()
  if (shown.links.length === 0) return <p>{say('ballistic.page.no_comparisons')}</p>
  return (
    <ul className={styles.links}>
      {shown.links.map((link) => (
        <li key={`${link.first} ${link.second}`}>
          <LinkRow link={link} shown={shown} onChanged={onChanged} />
        </li>
      ))}
    </ul>
  )
}

function End({ item }: { readonly item: BallisticItem | undefined }) {
  if (!item) return null
  return (
    <Go to={`/ballistics/${item.item}`}>
      <Identifier mono>{item.reference}</Identifier>
    </Go>
  )
}

function LinkRow({ link, shown, onChanged }: LinksProps & { readonly link: BallisticLink }) {
  const { say, figures } = useLanguage()
  const known = [...shown.items, ...shown.others]
  const itemOf = (id: string) => known.find(({ item }) => item === id)
  // Who was told of it, and then what came of that.
  const refers = shown.reader.refers && (link.level === 'lead' || link.level === 'hit' || link.referrals.length > 0)
  return (
    <>
      <div>
        <Level level={link.level} />
        <End item={itemOf(link.first)} />
        {figures.comma}
        <End item={itemOf(link.second)} />
      </div>
      <ul className={styles.results}>
        {link.results.map((result) => (
          <ResultRow key={result.result} result={result} onChanged={onChanged} />
        ))}
      </ul>
      {link.referrals.length > 0 && (
        <ul className={styles.results}>
          {link.referrals.map(({ act, at, to, outcome, level, by, note }) => (
            <li key={`${act} ${at}`}>
              <Facts>
                {[
                  act === 'told' ? say('ballistic.page.was_told') : outcome && say(`ballistic.outcome.${outcome}`),
                  to,
                  act === 'told' ? say(`ballistic.level.${level}`) : null,
                  figures.day(at),
                  by,
                  note,
                ]}
              </Facts>
            </li>
          ))}
        </ul>
      )}
      {refers && <ReferForm link={link} onChanged={onChanged} />}
    </>
  )
}

function ResultRow({
  result,
  onChanged,
}: {
  readonly result: BallisticLink['results'][number]
  readonly onChanged: LinksProps['onChanged']
}) {
  const { say } = useLanguage()
  const doing = useDoing()
  const [withdrawing, setWithdrawing] = useState(false)
  const { level, state, on, examiner, verifiedBy, withdrawnBy, withdrawnReason, system, reference, note } = result
  const verify = () =>
    doing.act(async () => onChanged(await api('ballisticVerify', { results: [result.result], grounds: GROUNDS })))
  return (
    <li className={state === 'withdrawn' ? styles.withdrawn : undefined}>
      <Facts>
        {[
          say(`ballistic.level.${level}`),
          state === 'standing' ? null : say(`ballistic.state.${state}`),
          <StatedDay key="on">{on}</StatedDay>,
          examiner,
          verifiedBy && say('ballistic.page.verified_by', { name: verifiedBy }),
          withdrawnBy,
          withdrawnReason,
          [system, reference].filter(Boolean).join(' '),
          note,
        ]}
      </Facts>
      {(result.verifiable || result.withdrawable) && !withdrawing && (
        <p className={styles.buttons}>
          {result.verifiable && (
            <Button weight="outlined" aria-disabled={doing.busy} onClick={verify}>
              {say('ballistic.page.verify')}
            </Button>
          )}
          {result.withdrawable && (
            <Button weight="word" onClick={() => setWithdrawing(true)}>
              {say('ballistic.page.withdraw')}
            </Button>
          )}
        </p>
      )}
      {withdrawing && (
        <WithdrawForm result={result.result} onChanged={onChanged} onLeave={() => setWithdrawing(false)} />
      )}
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
    </li>
  )
}
