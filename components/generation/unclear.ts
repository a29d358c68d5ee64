import type { GenerationView } from '@/lib/generations/view'

/** Whether nobody can say if it was charged, so that the person has to: no clear answer, or a refusal that is silent. */
export const isUnclear = ({ state, money }: Pick<GenerationView, 'state' | 'money'>): boolean =>
  state === 'uncertain' || (state === 'rejected' && money.label === 'Unknown')
