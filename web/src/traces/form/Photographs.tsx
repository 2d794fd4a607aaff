import type { TracedFirearm } from '@proofmark/contract/schemas/trace-message'
import { useId } from 'react'
import { Button } from '../../common/Button.tsx'
import picks from '../../common/FilePick.module.css'
import { hashOf } from '../../common/hash.ts'
import { Identifier } from '../../common/Identifier.tsx'
import { TextField } from '../../common/TextField.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './Form.module.css'

type Photographs = TracedFirearm['photographs']

interface PhotographsProps {
  readonly photographs: Photographs
  readonly onChange: (photographs: Photographs) => void
}

const MOST = 20

/** The photographs that go with the request, by name and hash: the files themselves go by the channel. */
export function Photographs({ photographs, onChange }: PhotographsProps) {
  const { say } = useLanguage()
  const id = useId()
  const choose = async (files: readonly File[]) => {
    const hashed = await Promise.all(
      files.map(async (file) => ({ file: file.name, hash: await hashOf(file), view: '' })),
    )
    const known = new Set(photographs.map(({ hash }) => hash))
    onChange([...photographs, ...hashed.filter(({ hash }) => !known.has(hash))].slice(0, MOST))
  }
  return (
    <>
      <h3 className={styles.group}>{say('traces.form.photographs')}</h3>
      <p className={styles.told} id={`${id}-told`}>
        {say('traces.form.photographs_told')}
      </p>
      <ol className={styles.rows}>
        {photographs.map((photograph) => (
          <li key={photograph.hash}>
            <p className={styles.remove}>
              <bdi>{photograph.file}</bdi> <Identifier mono>{photograph.hash.slice(0, 12)}</Identifier>
            </p>
            <TextField
              name="view"
              label={say('traces.form.view')}
              value={photograph.view}
              most={60}
              onChange={(view) =>
                onChange(photographs.map((each) => (each.hash === photograph.hash ? { ...each, view } : each)))
              }
            />
            <p className={styles.remove}>
              <Button
                weight="word"
                aria-label={say('traces.form.remove_mark', { mark: photograph.file })}
                onClick={() => onChange(photographs.filter(({ hash }) => hash !== photograph.hash))}
              >
                {say('traces.form.remove')}
              </Button>
            </p>
          </li>
        ))}
      </ol>
      <p className={styles.add}>
        <input
          id={id}
          type="file"
          name="photograph"
          accept="image/*"
          multiple
          aria-describedby={`${id}-told`}
          className={`unseen ${picks.input}`}
          onChange={({ target }) => {
            void choose([...(target.files ?? [])])
            target.value = ''
          }}
        />
        <label htmlFor={id} className={picks.pick}>
          {say('traces.form.add_photographs')}
        </label>
      </p>
    </>
  )
}
