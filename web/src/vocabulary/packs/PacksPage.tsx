import type { AnswerError } from '@proofmark/contract/client'
import type { Session } from '@proofmark/contract/schemas/session'
import type { PackShown, PackSummary } from '@proofmark/contract/schemas/vocabulary-pack'
import { useEffect, useState } from 'react'
import { Forbidden } from '../../common/Forbidden.tsx'
import { answerError, api, wasAborted } from '../../frame/api.ts'
import { holdsOne, STEWARDS } from '../../frame/desk-roles.ts'
import { Go } from '../../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../../frame/language.tsx'
import { VOCABULARY_CATALOGUE } from '../catalogue.ts'
import { GivePack } from './GivePack.tsx'
import { OpenPack } from './OpenPack.tsx'
import styles from './PacksPage.module.css'
import { PackTable } from './PackTable.tsx'
import { TakePackIn } from './TakePackIn.tsx'

/** Packs of decisions that states give each other: taken in, looked at, taken over and back; and one’s own given away. */
export default function PacksPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, STEWARDS))
    return <Forbidden page={say('common.page.packs')} session={session} roles={STEWARDS} />
  return (
    <DeskLanguage catalogue={VOCABULARY_CATALOGUE}>
      <Packs />
    </DeskLanguage>
  )
}

function Packs() {
  const { say } = useLanguage()
  const [packs, setPacks] = useState<readonly PackSummary[] | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const [open, setOpen] = useState<PackShown | null>(null)
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    const controller = new AbortController()
    // Asked again whenever something came of a pack.
    if (changes >= 0) setError(null)
    api('packList', undefined, {}, controller.signal).then(
      (answer) => setPacks(answer.packs),
      (thrown: unknown) => {
        if (!wasAborted(thrown)) setError(answerError(thrown))
      },
    )
    return () => controller.abort()
  }, [changes])
  const changed = () => setChanges((before) => before + 1)
  const show = (pack: PackShown) => {
    setOpen(pack)
    changed()
  }
  return (
    <div className={styles.page}>
      <p>
        <Go to="/vocabulary">{say('vocabulary.packs_back')}</Go>
      </p>
      <TakePackIn onShown={show} />
      {open && <OpenPack key={open.pack.pack} shown={open} onChanged={changed} onClose={() => setOpen(null)} />}
      <PackTable packs={packs} error={error} onAgain={changed} onOpen={setOpen} />
      <GivePack />
    </div>
  )
}
