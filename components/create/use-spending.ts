import { useQuery } from '@tanstack/react-query'
import { capInTheWay, leavesWords } from '@/components/create/caps'
import { useProjectChoice } from '@/components/create/project-choice'
import { boardQuery } from '@/components/queue/board-query'
import { accountQuery } from '@/components/shell/account-query'
import type { BoardView } from '@/lib/generations/view'

/** What the person's own limits and the balance say to a price, µUSD, while it is not known: null. */
export function useSpending(initial: BoardView, microUsd: number | null) {
  const { data: board } = useQuery({ ...boardQuery(), initialData: initial })
  const { spend } = board
  const { data: account } = useQuery(accountQuery(spend))
  const { projectId } = useProjectChoice()
  const chosen = spend.projects.find(({ id }) => id === projectId)
  // What is paid in another unit is not compared with dollars.
  const inDollars = account?.currency === null || account?.currency === 'USD'
  const balance = inDollars ? (account?.balanceMicroUsd ?? null) : null
  return {
    project: chosen ? { id: chosen.id, name: chosen.name } : null,
    askAboveMicroUsd: spend.askAboveMicroUsd,
    cap: microUsd === null ? null : capInTheWay(spend, projectId, microUsd),
    leaves: microUsd === null ? null : leavesWords(spend, projectId, microUsd),
    paused: board.sendingPaused,
    shortBalanceMicroUsd: microUsd !== null && balance !== null && microUsd > balance ? balance : null,
  }
}
