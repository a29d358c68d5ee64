import { ArrowUpRight, ImageDown, SquareArrowRight } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { Frames } from '@/components/library/use-frames'
import type { Command } from '@/components/palette/commands'
import { useCommands } from '@/components/palette/commands'

/**
 * Offers in the palette what can be done with the frames of a clip.
 * @param player whether one stands on the screen, so that there is a frame that it shows
 */
export function useFrameCommands(frames: Frames, group: string | null, player: boolean): void {
  const latest = useRef(frames)
  useEffect(() => {
    latest.current = frames
  })
  const commands = useMemo(() => {
    const command = (id: string, title: string, Icon: Command['Icon'], act: (frames: Frames) => void) => ({
      id: `clip.${id}`,
      title,
      group: group ?? '',
      words: 'frame picture',
      ...(Icon && { Icon }),
      run: () => {
        if (!latest.current.busy) act(latest.current)
        return undefined
      },
    })
    if (group === null) return []
    const last = command('continue', 'Continue from last frame', SquareArrowRight, (does) => does.goOnFrom('last'))
    if (!player) return [last]
    return [
      last,
      command('continue-shown', 'Continue from this frame', ArrowUpRight, (does) => does.goOnFrom('shown')),
      command('keep-frame', 'Keep this frame', ImageDown, (does) => does.keepShown()),
    ]
  }, [group, player])
  useCommands(commands)
}
