import type { AnswerError } from '@proofmark/contract/client'
import type { InboxState, OutboxState } from '@proofmark/contract/exchange-words'
import type { ListedPartner } from '@proofmark/contract/schemas/partner'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useReturn } from '../common/useReturn.ts'
import { answerError, api } from '../frame/api.ts'
import type { MessageFilter } from './filter.ts'
import type { Message } from './message.ts'

const LEAST_MS = 20_000
const PAGE = 50

export interface Messages {
  readonly partners: readonly ListedPartner[]
  /** Nothing happens with these until a person acts: what could not be delivered, and what came and had no effect. */
  readonly stuck: readonly Message[]
  readonly listed: readonly Message[]
  /** What goes on after these; null at the end. */
  readonly next: string | null
}

export interface MessagesControl {
  readonly messages: Messages | null
  readonly error: AnswerError | null
  readonly ask: () => void
  readonly more: () => void
}

async function page({ box, partner, kind, state }: MessageFilter, before: string | null) {
  const wanted = {
    ...(partner !== null && { partner }),
    ...(kind !== null && { kind }),
    ...(before !== null && { before }),
    limit: PAGE,
  }
  if (box === 'out') {
    const { messages, next } = await api('outboxList', {
      ...wanted,
      ...(state !== null && { state: state as OutboxState }),
    })
    return { listed: messages.map((item): Message => ({ box, item })), next }
  }
  const { messages, next } = await api('inboxList', {
    ...wanted,
    ...(state !== null && { state: state as InboxState }),
  })
  return { listed: messages.map((item): Message => ({ box, item })), next }
}

async function fetchMessages(filter: MessageFilter): Promise<Messages> {
  const nothing = { partner: null, kind: null }
  const [{ partners }, dead, failed, first] = await Promise.all([
    api('partnerList'),
    page({ ...nothing, box: 'out', state: 'dead' }, null),
    page({ ...nothing, box: 'in', state: 'failed' }, null),
    page(filter, null),
  ])
  return { partners, stuck: [...dead.listed, ...failed.listed], ...first }
}

/** Asks for the messages of a filter, and anew when the reader comes back; what is shown stays until its successor is here. */
export function useMessages(filter: MessageFilter): MessagesControl {
  const [messages, setMessages] = useState<Messages | null>(null)
  const [error, setError] = useState<AnswerError | null>(null)
  const { box, partner, kind, state } = filter
  const turn = useRef(0)
  const ask = useCallback(() => {
    const mine = ++turn.current
    setError(null)
    fetchMessages({ box, partner, kind, state }).then(
      (fetched) => mine === turn.current && setMessages(fetched),
      (thrown: unknown) => mine === turn.current && setError(answerError(thrown)),
    )
  }, [box, partner, kind, state])
  useEffect(ask, [ask])
  useReturn(ask, LEAST_MS)
  const more = () => {
    const mine = turn.current
    if (!messages?.next) return
    page(filter, messages.next).then(
      ({ listed, next }) =>
        mine === turn.current && setMessages({ ...messages, listed: [...messages.listed, ...listed], next }),
      (thrown: unknown) => mine === turn.current && setError(answerError(thrown)),
    )
  }
  return { messages, error, ask, more }
}
