/** Thrown by a receiver that has no work for a message yet. */
export class NotCarried extends Error {
  constructor() {
    super('No desk takes messages of this kind.')
    this.name = 'NotCarried'
  }
}
