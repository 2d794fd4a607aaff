import { FILE_REFUSALS, PHOTOGRAPH_VIEWS, type PhotographView } from '@proofmark/contract/recovery-words'
import type { RecoveryExhibit } from '@proofmark/contract/schemas/recovery'
import { useId, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import picks from '../../common/FilePick.module.css'
import { Note } from '../../common/Note.tsx'
import { PICTURE_FORMS } from '../../common/picture-forms.ts'
import { newIdentifier } from '../../enter/identifier.ts'
import { useLanguage } from '../../frame/language.tsx'
import { previewOf } from '../device/book.ts'
import { isUnreadable, takePicture } from '../device/pictures.ts'
import { NoRoomError } from '../device/store.ts'
import { photographsWait } from '../draft/draft.ts'
import styles from '../Field.module.css'
import { PictureShown } from './PictureShown.tsx'
import type { StepProps } from './step-props.ts'

interface PhotographsProps extends StepProps {
  readonly item: RecoveryExhibit
}

/** Nothing larger is taken in by the server. */
const MOST_BYTES = 60 * 1024 * 1024

const VIEWS_OF_ONE = PHOTOGRAPH_VIEWS
const VIEWS_OF_MANY = ['scale_and_label', 'maker_model_calibre', 'other'] as const satisfies PhotographView[]

/** The photographs of an item by the views of the protocol, from the camera. */
export function Photographs({ desk, state, unlocked, item }: PhotographsProps) {
  const { say } = useLanguage()
  const [wrong, setWrong] = useState<'no_room' | 'too_large' | 'heic' | 'failed' | null>(null)
  const [taking, setTaking] = useState<PhotographView | null>(null)
  const { draft } = state
  const mine = draft.pictures.filter(({ exhibit }) => exhibit === item.exhibit)

  const take = async (view: PhotographView, photograph: File) => {
    if (photograph.size > MOST_BYTES) return setWrong('too_large')
    setTaking(view)
    setWrong(null)
    try {
      const taken = { file: newIdentifier(), exhibit: item.exhibit, view, photograph }
      const picture = await takePicture(unlocked.book, draft.recovery, taken)
      const now = desk.state().draft
      desk.change({ pictures: [...now.pictures, picture], sending: { kind: 'writing' } })
      if (await isUnreadable(photograph)) setWrong('heic')
    } catch (cause) {
      setWrong(cause instanceof NoRoomError ? 'no_room' : 'failed')
    }
    setTaking(null)
  }
  if (photographsWait(draft))
    return (
      <Note heading={say('field.photographs_wait')}>
        {say(`field.traces.${draft.form.tracesFirst}`)}{' '}
        <Button weight="word" name="secured" onClick={() => desk.change({ tracesSecured: true })}>
          {say('field.traces_secured')}
        </Button>
      </Note>
    )
  const views = item.kind === 'firearm' || item.kind === 'component' ? VIEWS_OF_ONE : VIEWS_OF_MANY
  return (
    <fieldset className={styles.choice} aria-busy={taking !== null}>
      <legend>{say('field.photographs')}</legend>
      {wrong && (
        <Note tone="departure" role="alert" heading={say(`field.picture.${wrong}`)}>
          {say(`field.picture.${wrong}.accepted`)}
        </Note>
      )}
      <div className={styles.views}>
        {views.map((view) => (
          <ViewPick key={view} view={view} taken={mine.some((each) => each.view === view)} onTake={take} />
        ))}
      </div>
      <ul className={styles.pictures}>
        {mine.map((picture) => (
          <li key={picture.file} data-picture={picture.state.kind}>
            {picture.state.kind !== 'taken' && (
              <PictureShown
                book={unlocked.book}
                name={previewOf(picture.file)}
                alt={say(`field.view.${picture.view}`)}
              />
            )}
            <p>
              {say(`field.view.${picture.view}`)}
              <br />
              <span className={styles.quiet}>
                {say(`field.picture_state.${picture.state.kind}`)}
                {picture.state.kind === 'refused' && (
                  <> {say(`field.picture_refused.${refusalOf(picture.state.reason)}`)}</>
                )}
              </span>
            </p>
            {picture.state.kind !== 'taken' && (
              <Button
                weight="word"
                onClick={() => {
                  const { pictures } = desk.state().draft
                  desk.change({ pictures: pictures.filter(({ file }) => file !== picture.file) })
                  void unlocked.book.removePicture(picture.file)
                  void unlocked.book.removePicture(previewOf(picture.file))
                }}
              >
                {say('field.remove_picture')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** Why the server would not have a photograph, as far as there is a word for it. */
const refusalOf = (reason: string) => FILE_REFUSALS.find((each) => each === reason) ?? 'other'

interface ViewPickProps {
  readonly view: PhotographView
  readonly taken: boolean
  readonly onTake: (view: PhotographView, photograph: File) => Promise<void>
}

function ViewPick({ view, taken, onTake }: ViewPickProps) {
  const { say } = useLanguage()
  const id = useId()
  return (
    <div>
      <input
        id={id}
        type="file"
        accept={PICTURE_FORMS}
        capture="environment"
        name={`view ${view}`}
        className={`unseen ${picks.input}`}
        onChange={({ target }) => {
          const [photograph] = target.files ?? []
          if (photograph) void onTake(view, photograph)
          // The same file may be chosen again.
          target.value = ''
        }}
      />
      <label htmlFor={id} className={taken ? styles.viewTaken : styles.view}>
        {say(`field.view.${view}`)}
      </label>
    </div>
  )
}
