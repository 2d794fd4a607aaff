import type { DocumentShown } from '@proofmark/contract/schemas/case-document'
import { useId, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import picks from '../common/FilePick.module.css'
import { hashOf } from '../common/hash.ts'
import { Identifier } from '../common/Identifier.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { Section } from '../common/Section.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './Cases.module.css'
import { GROUNDS } from './grounds.ts'
import { DOCUMENT_BYTES, sendDocument } from './send-document.ts'
import { type CaseProps, mayWrite, useCaseDoing } from './useCase.ts'
import { NotShown, View } from './View.tsx'

function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** The documents of a case: sealed as they came; what may run is handed out as evidence alone. */
export function Documents({ shown, onChanged }: CaseProps) {
  const { say, figures } = useLanguage()
  const doing = useCaseDoing(onChanged)
  const taking = useDoing()
  const take = ({ document: id, file: name, caution }: DocumentShown) =>
    taking.act(async () => {
      const sealed = caution !== null
      save(await api('documentTake', { sealed, grounds: GROUNDS }, { document: id }), name)
    })
  const withdraw = (of: string) =>
    doing.change(() => api('caseWithdraw', { case: shown.case, entry: newIdentifier(), of, grounds: GROUNDS }))
  return (
    <Section heading={say('cases.documents')} aside={figures.count(shown.documents.length)} busy={taking.busy}>
      {shown.documents.length === 0 && <p className={styles.quiet}>{say('cases.documents_none')}</p>}
      <ul className={styles.entries}>
        {shown.documents.map((each) => (
          <li key={each.document} data-document={each.state}>
            <strong>
              <bdi>{each.name}</bdi>
            </strong>
            {each.about !== '' && <bdi>{each.about}</bdi>}
            <span className={styles.under}>
              <Facts>{[<bdi key="by">{each.by}</bdi>, each.agency, figures.moment(each.at), each.mediaType]}</Facts>
            </span>
            <span className={styles.under}>
              {say('cases.hash')} <Identifier mono>{each.sha256}</Identifier>
            </span>
            {each.caution && <p className={styles.warned}>{say(`case.caution.${each.caution}`)}</p>}
            {each.state === 'kept' && each.caution === null && each.view === null && <NotShown document={each} />}
            {each.withdrawn && <p className={styles.settled}>{say('cases.withdrawn')}</p>}
            {each.state !== 'kept' && <p className={styles.warned}>{say(`cases.${each.state}`)}</p>}
            {each.view !== null && each.state === 'kept' && <View document={each} />}
            <p className={styles.acts}>
              {each.state === 'kept' && each.caution === null && (
                <Button weight="word" aria-label={`${say('cases.take')}: ${each.name}`} onClick={() => take(each)}>
                  {say('cases.take')}
                </Button>
              )}
              {each.state === 'kept' && each.caution !== null && (
                <SecondStep
                  word={say('cases.take_sealed')}
                  label={`${say('cases.take_sealed')}: ${each.name}`}
                  told={say('cases.take_told')}
                  act={say('cases.take_sealed')}
                  busy={taking.busy}
                  onAct={() => take(each)}
                />
              )}
              {each.mayWithdraw && (
                <SecondStep
                  word={say('cases.withdraw')}
                  label={`${say('cases.withdraw')}: ${each.name}`}
                  told={say('cases.withdraw_told')}
                  act={say('cases.withdraw')}
                  busy={doing.busy}
                  onAct={() => withdraw(each.document)}
                />
              )}
            </p>
          </li>
        ))}
      </ul>
      {taking.error && <Failed error={taking.error} onAgain={taking.again} />}
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      {mayWrite(shown) && <AddDocument shown={shown} onChanged={onChanged} />}
    </Section>
  )
}

function AddDocument({ shown, onChanged }: CaseProps) {
  const { say, figures } = useLanguage()
  const id = useId()
  const doing = useCaseDoing(onChanged)
  const [share, setShare] = useState<number | null>(null)
  const [told, setTold] = useState<string | null>(null)
  // What is sent again after it broke off is the same document.
  const document = useRef(newIdentifier())
  const send = (file: File) => {
    setTold(file.size > DOCUMENT_BYTES ? say('cases.file_large') : null)
    if (file.size > DOCUMENT_BYTES || file.size === 0) return
    doing.change(
      async () => {
        const sha256 = await hashOf(file)
        const sending = { document: document.current, case: shown.case, file, sha256, about: '' }
        await sendDocument(sending, setShare)
        return api('caseShow', { case: shown.case, grounds: GROUNDS })
      },
      () => {
        document.current = newIdentifier()
        setShare(null)
      },
    )
  }
  return (
    <div className={styles.form}>
      <p className={styles.quiet}>{say('cases.file_how')}</p>
      <span>
        <input
          id={id}
          type="file"
          name="document"
          className={`unseen ${picks.input}`}
          onChange={({ target }) => {
            const file = target.files?.[0]
            target.value = ''
            if (file) send(file)
          }}
        />
        <label htmlFor={id} className={picks.pick}>
          {say('cases.add_document')}
        </label>
      </span>
      <div role="status">
        {share !== null && say('cases.sent', { part: figures.percent(share) })}
        {told !== null && <p className={styles.warned}>{told}</p>}
      </div>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
    </div>
  )
}
