import { AnswerError } from '@proofmark/contract/client'
import { Component, type ReactNode } from 'react'
import { Failed } from './Failed.tsx'

interface BoundaryProps {
  readonly children: ReactNode
}

/** Keeps the page standing where a part of it could not be fetched or drawn, and offers to load it anew. */
export class Boundary extends Component<BoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return <Failed error={new AnswerError(0, 'unexpected', '', {})} onAgain={() => location.reload()} kept={false} />
  }
}
