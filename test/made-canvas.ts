import { answerCanvas, propose } from './answering-canvas.ts'
import type { App, Officer } from './planning.ts'

/** Fills the canvas of a collaboration for two of its partners; the other one proposes what to do about their aims. */
export async function fillCanvas(app: App, path: string, { own, other }: { own: Officer; other: string }) {
  const partner = await app.signedIn({ of: other, role: 'lead' })
  await answerCanvas(own, path, { aims: { aims_first: 'cost' } })
  await answerCanvas(partner, path, { aims: { aims_first: 'service' } })
  await propose(partner, path, 'aims', { outcome: 'resolved', words: 'The service first, then its cost.' })
  return { canvasAnswer: `${path}/canvas/answers/aims`, canvasDifference: `${path}/canvas/differences/aims` }
}
