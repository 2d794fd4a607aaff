import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import { useCallback, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { ItemLine } from '../field/form/ItemLine.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { GROUNDS } from './grounds.ts'
import styles from './Recoveries.module.css'

interface PicturesProps {
  readonly recovery: string
  readonly form: Pick<RecoveryForm, 'exhibits'>
}

/** The views on which a number stands: they are shown beside what was written of it. */
const OF_NUMBERS: readonly string[] = ['serial', 'obliteration']

/** The photographs of a recovery by their working copies, and how far those have come that are on their way. */
export function Pictures({ recovery, form }: PicturesProps) {
  const { say, figures } = useLanguage()
  const ask = useCallback(() => api('fileList', { recovery, grounds: GROUNDS }), [recovery])
  const [asked, again] = useAsked(ask)
  if (asked.kind === 'asking') return <Bars id="field.opening" />
  if (asked.kind === 'failed') return <Failed error={asked.error} onAgain={again} />
  const { files } = asked.answer
  if (files.length === 0) return null
  return (
    <Section heading={say('field.photographs')} aside={figures.count(files.length)}>
      <ul className={styles.pictures}>
        {files.map(({ file, state, reason, view, by, width, exhibit }) => {
          const item = form.exhibits.find((each) => each.exhibit === exhibit)
          const isKept = state === 'kept'
          return (
            <li key={file}>
              {isKept && width !== null && <Picture file={file} alt={say(`field.view.${view}`)} />}
              {item && (
                <p>
                  <ItemLine item={item} />
                </p>
              )}
              {item?.stated.serial && OF_NUMBERS.includes(view) && (
                <p className={styles.written}>
                  <Identifier mono>{item.stated.serial}</Identifier>
                </p>
              )}
              <p>
                {say(`field.view.${view}`)}
                <br />
                <span className={styles.quiet}>
                  {say(isKept && width === null ? 'field.file.kept_unseen' : `field.file.${state}`)} <bdi>{by}</bdi>
                  {reason && (
                    <>
                      <br />
                      {say(`field.picture_refused.${reason}`)}
                    </>
                  )}
                </span>
              </p>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** A photograph by its preview, and enlarged by its working copy. */
function Picture({ file, alt }: { readonly file: string; readonly alt: string }) {
  const { say } = useLanguage()
  const [large, setLarge] = useState(false)
  return (
    <figure className={large ? styles.large : undefined}>
      <img src={`/api/files/${file}/${large ? 'copy' : 'preview'}`} alt={alt} />
      <Button weight="word" aria-pressed={large} onClick={() => setLarge(!large)}>
        {say(large ? 'field.smaller' : 'field.larger')}
      </Button>
    </figure>
  )
}
