import type { AnswerError } from '@proofmark/contract/client'
import { createContext, use } from 'react'
import { type Doing, useDoing } from '../common/useDoing.ts'

/** Called where the server wants a younger sign-in before it changes anything. */
export const SignInAgainContext = createContext<(() => void) | null>(null)

/** As {@link useDoing}; a call for a younger sign-in goes to the page, which signs in and comes back. */
export function useOwnDoing(): Doing {
  const askAgain = use(SignInAgainContext)
  return useDoing((error: AnswerError) => {
    if (error.code !== 'sign_in_again' || !askAgain) return false
    askAgain()
    return true
  })
}
