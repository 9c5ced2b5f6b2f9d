export { type Advice, coachDraft, type Draft } from './coach.ts'
export { CoachAdvice } from './views/coach-advice.tsx'
