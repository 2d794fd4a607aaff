import type { Session } from '@proofmark/contract/schemas/session'
import { lazy, type ReactNode, Suspense } from 'react'
import { Bars } from './common/Bars.tsx'
import { Failed } from './common/Failed.tsx'
import { Section } from './common/Section.tsx'
import { FindPage } from './find/FindPage.tsx'
import { type FindDesk, useFindDesk } from './find/useFind.ts'
import { goTo, useView, type View } from './frame/address.ts'
import { Frame } from './frame/Frame.tsx'
import { Go } from './frame/Go.tsx'
import { useLanguage } from './frame/language.tsx'
import { useSession } from './frame/useSession.ts'
import { SignInPage } from './sign-in/SignInPage.tsx'

const RecordPage = lazy(() => import('./records/RecordPage.tsx'))

/** The app: who is signed in decides between the sign-in page and the desks, the address between the desks. */
export function App() {
  const { say } = useLanguage()
  const view = useView()
  const { state, ask, opened, close } = useSession()
  const framed = (title: string, session: Session | null, page: ReactNode) => (
    <Frame view={view} title={title} session={session} onSignOut={() => void close()}>
      {page}
    </Frame>
  )
  if (state.kind === 'asking' && view.name !== 'sign-in')
    return framed(say('common.opening'), null, <Bars id="common.opening" />)
  if (state.kind === 'failed')
    return framed(say('common.failed'), null, <Failed error={state.error} onAgain={() => void ask()} />)
  if (state.kind !== 'signed-in' || (view.name === 'sign-in' && view.token !== null)) {
    const signIn = (
      <SignInPage
        token={view.name === 'sign-in' ? view.token : null}
        onOpened={(session) => {
          opened(session)
          if (view.name === 'sign-in') goTo('/find', 'replace')
        }}
      />
    )
    return framed(say('sign_in.heading'), null, signIn)
  }
  return <SignedIn key={state.session.account} session={state.session} view={view} framed={framed} />
}

interface SignedInProps {
  readonly session: Session
  readonly view: View
  readonly framed: (title: string, session: Session, page: ReactNode) => ReactNode
}

/** The desks of one signed-in person; what they wrote lives as long as they are signed in. */
function SignedIn({ session, view, framed }: SignedInProps) {
  const { say } = useLanguage()
  const [only, ...others] = session.purposes
  const desk = useFindDesk(only && others.length === 0 ? { purpose: only } : {})
  return framed(say(`common.page.${view.name === 'sign-in' ? 'find' : view.name}`), session, page(view, session, desk))
}

function page(view: View, session: Session, desk: FindDesk): ReactNode {
  if (view.name === 'record')
    return (
      <Suspense fallback={<Bars id="record.asking" />}>
        <RecordPage key={view.record} record={view.record} desk={desk} session={session} />
      </Suspense>
    )
  if (view.name === 'unknown') return <UnknownPage />
  return <FindPage desk={desk} session={session} />
}

function UnknownPage() {
  const { say } = useLanguage()
  return (
    <Section heading={say('common.page.unknown')} ruled={false}>
      <p>
        {say('common.unknown_page')} <Go to="/find">{say('common.page.find')}</Go>
      </p>
    </Section>
  )
}
