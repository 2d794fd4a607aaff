import type { PackShown } from '@proofmark/contract/schemas/vocabulary-pack'
import { useState } from 'react'
import { Failed } from '../../common/Failed.tsx'
import { Field } from '../../common/Field.tsx'
import picks from '../../common/FilePick.module.css'
import { Section } from '../../common/Section.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import styles from './PacksPage.module.css'

/** A pack is taken in from a file, to be looked at; nothing of it counts yet. */
export function TakePackIn({ onShown }: { readonly onShown: (pack: PackShown) => void }) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [name, setName] = useState('')
  const take = (file: File) => {
    setName(file.name)
    act(async () => onShown(await api('packImport', file, { file: file.name })))
  }
  return (
    <Section heading={say('vocabulary.packs')} ruled={false} busy={busy}>
      <div className={styles.form}>
        <p>{say('vocabulary.packs_how')}</p>
        <Field label={say('vocabulary.pack_file')} hint={say('vocabulary.pack_file_hint')}>
          {({ className, ...control }) => (
            <div className={className}>
              <input
                {...control}
                type="file"
                name="pack"
                accept=".json,application/json"
                className={`unseen ${picks.input}`}
                disabled={busy}
                onChange={({ target }) => {
                  const file = target.files?.[0]
                  if (file) take(file)
                  target.value = ''
                }}
              />
              <label htmlFor={control.id} className={picks.pick}>
                {say('vocabulary.pack_choose')}
              </label>{' '}
              {name !== '' && <bdi className={styles.name}>{name}</bdi>}
            </div>
          )}
        </Field>
        {error && <Failed error={error} onAgain={again} kept={false} />}
      </div>
    </Section>
  )
}
