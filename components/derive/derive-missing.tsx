'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { mayTry } from '@/components/derive/attempts'
import { useSettled } from '@/components/derive/use-settled'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import { awaitsPicture, boardQuery } from '@/components/queue/board-query'
import type { BoardView } from '@/lib/generations/view'
import type { UnderivedClip } from '@/lib/media/underived'

const EVERY_MS = 10_000

/**
 * Shows nothing. Where the server has no ffmpeg, this browser makes the posters and hover previews that are missing
 * and hands them in: long after the page is there, and with code that is loaded only when there is something to make.
 */
export function DeriveMissing() {
  const { clips, askedAt } = useMissing()
  const client = useQueryClient()
  useEffect(() => {
    // `askedAt` is named so that a clip that failed is tried again with the next answer, though it is the same.
    if (askedAt === 0 || clips.length === 0) return
    // Code that could not be loaded (the studio is restarting) is asked for again with the next answer.
    void import('@/components/derive/derive-clips').then(
      async ({ deriveClips }) => {
        if ((await deriveClips(clips)) === 0) return
        void client.invalidateQueries({ queryKey: keys.libraries })
        void client.invalidateQueries({ queryKey: keys.board })
      },
      () => undefined,
    )
  }, [clips, askedAt, client])
  return null
}

const NONE: UnderivedClip[] = []

/** Clips without pictures: asked for once after loading, then only while there are some or more are to come. */
function useMissing() {
  // What the page's own board already knows; asks for nothing itself.
  const { data: expecting } = useQuery({
    ...boardQuery(),
    enabled: false,
    refetchInterval: false,
    select: expectsClips,
  })
  const { data: clips = NONE, dataUpdatedAt: askedAt } = useQuery({
    queryKey: keys.underived,
    queryFn: ({ signal }) => fetchJson<{ clips: UnderivedClip[] }>('/api/media/underived', signal),
    select: onlyHopeful,
    enabled: useSettled(),
    refetchInterval: ({ state }) => (expecting || state.data?.clips.some(mayTry) ? EVERY_MS : false),
  })
  return { clips, askedAt }
}

const onlyHopeful = ({ clips }: { clips: UnderivedClip[] }) => clips.filter(mayTry)

const expectsClips = (board: BoardView) =>
  board.running.length > 0 || board.earlier.some((view) => awaitsPicture(view, board.now))
