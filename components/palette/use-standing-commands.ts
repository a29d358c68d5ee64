import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { Bell, BellOff, Eye, Moon, Pause, Play, Sun } from 'lucide-react'
import { useMemo } from 'react'
import { markAllSeen, pauseSending, resumeSending } from '@/app/actions/generations'
import { countWords } from '@/components/generation/words'
import type { Command, Outcome } from '@/components/palette/commands'
import { keys } from '@/components/query/keys'
import { boardQuery } from '@/components/queue/board-query'
import { currentTheme, otherTheme, switchTheme } from '@/components/shell/theme-store'
import { type Telling, tell, useTelling } from '@/components/told/telling'
import type { BoardView } from '@/lib/generations/view'

const GROUP = 'Studio'

/** What can be done on every screen. */
export function useStandingCommands(): Command[] {
  const client = useQueryClient()
  const { data: board } = useQuery(boardQuery())
  const telling = useTelling()
  return useMemo(
    () => [...(board ? boardCommands(board, client) : []), ...tellingCommands(telling), themeCommand()],
    [board, client, telling],
  )
}

function boardCommands({ sendingPaused, unseen }: BoardView, client: QueryClient): Command[] {
  const then = (verb: () => Promise<Outcome>) => async () => {
    const outcome = await verb()
    await Promise.all([keys.board, keys.libraries].map((queryKey) => client.invalidateQueries({ queryKey })))
    return outcome
  }
  const pausing: Command = sendingPaused
    ? { id: 'line.resume', title: 'Resume sending', group: GROUP, Icon: Play, run: then(resumeSending) }
    : { id: 'line.pause', title: 'Pause sending', group: GROUP, Icon: Pause, run: then(pauseSending) }
  if (unseen === 0) return [pausing]
  const title = `Mark ${countWords(unseen, 'new clip')} as seen`
  return [{ id: 'library.seen', title, group: GROUP, Icon: Eye, run: then(markAllSeen) }, pausing]
}

function tellingCommands(telling: Telling): Command[] {
  if (telling === 'never' || telling === 'blocked') return []
  const on = telling === 'on'
  const run = () => {
    void tell(!on)
    return undefined
  }
  const words = 'notifications notify'
  return on
    ? [{ id: 'tell.off', title: 'Stop telling me when a clip is ready', group: GROUP, words, Icon: BellOff, run }]
    : [{ id: 'tell.on', title: 'Tell me when a clip is ready', group: GROUP, words, Icon: Bell, run }]
}

function themeCommand(): Command {
  const other = otherTheme(currentTheme())
  const run = () => {
    switchTheme(other)
    return undefined
  }
  const Icon = other === 'light' ? Sun : Moon
  return { id: 'theme', title: `Use the ${other} theme`, group: GROUP, words: 'appearance mode night day', Icon, run }
}
