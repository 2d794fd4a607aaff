import type { PackShown } from '@proofmark/contract/schemas/vocabulary-pack'
import { useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Section } from '../../common/Section.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { PackRows } from './PackRows.tsx'
import styles from './PacksPage.module.css'

interface OpenPackProps {
  readonly shown: PackShown
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** One pack beside what the agency has decided: taken over whole, by row, and taken back. */
export function OpenPack({ shown: first, onChanged, onClose }: OpenPackProps) {
  const { say, figures } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [shown, setShown] = useState(first)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [done, setDone] = useState('')
  const { pack, counts, rows, next } = shown
  const over = pack.takenBackAt !== null
  const look = async () => {
    setShown(await api('packShow', { pack: pack.pack }))
    setChosen(new Set())
    onChanged()
  }
  const take = (which: 'new' | number[]) =>
    act(async () => {
      const { taken } = await api('packTake', { pack: pack.pack, rows: which })
      setDone(say('vocabulary.pack_taken', { count: taken, figure: figures.count(taken) }))
      await look()
    })
  const takeBack = () =>
    act(async () => {
      const { undone, kept } = await api('packTakeBack', { pack: pack.pack })
      setDone(
        say('vocabulary.pack_undone', { count: undone, figure: figures.count(undone), kept: figures.count(kept) }),
      )
      await look()
    })
  const more = (after: number) =>
    act(async () => {
      const page = await api('packShow', { pack: pack.pack, after })
      setShown({ ...page, rows: [...rows, ...page.rows] })
    })
  const choose = (row: number, is: boolean) => {
    const after = new Set(chosen)
    if (is) after.add(row)
    else after.delete(row)
    setChosen(after)
  }
  const close = (
    <Button weight="word" onClick={onClose}>
      {say('vocabulary.pack_close')}
    </Button>
  )
  const counted = Object.fromEntries(Object.entries(counts).map(([word, count]) => [word, figures.count(count)]))
  return (
    <Section heading={<bdi>{pack.name}</bdi>} aside={close} busy={busy}>
      <p>{say('vocabulary.pack_counts', counted)}</p>
      <p className={styles.note}>
        {counts.contradicts > 0 && say('vocabulary.pack_own_wins')}{' '}
        {over && say('vocabulary.pack_taken_back', { by: pack.takenBackBy ?? '' })}
      </p>
      <p role="status">{done}</p>
      {error && <Failed error={error} onAgain={again} kept={false} />}
      {!over && (
        <p className={styles.buttons}>
          {counts.new > 0 && (
            <Button weight="main" disabled={busy} onClick={() => take('new')}>
              {say('vocabulary.pack_take_new')}
            </Button>
          )}
          {chosen.size > 0 && (
            <Button disabled={busy} onClick={() => take([...chosen])}>
              {say('vocabulary.pack_take_rows')}
            </Button>
          )}
          {pack.standing > 0 && (
            <Button weight="word" disabled={busy} onClick={takeBack}>
              {say('vocabulary.pack_take_back')}
            </Button>
          )}
        </p>
      )}
      <PackRows rows={rows} chosen={chosen} open={!over && !busy} onChoose={choose} />
      {next !== null && (
        <p className={styles.buttons}>
          <Button disabled={busy} onClick={() => more(next)}>
            {say('vocabulary.pack_more')}
          </Button>
        </p>
      )}
    </Section>
  )
}
