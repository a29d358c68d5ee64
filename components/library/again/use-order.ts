import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import {
  forgetOrder,
  orderUnderWay,
  readOrder,
  type UnderWay,
  withRecorded,
} from '@/components/library/again/kept-order'
import type { Order } from '@/components/library/again/order-words'
import { boardQuery, isOnBoard } from '@/components/queue/board-query'

/**
 * The order of takes of one generation in this tab: as it stands, how many takes are being recorded now, and ways to follow
 * one that was started and to leave what is left of it. An order of a page that is gone is found again.
 * @param attended whether somebody looks at it now
 */
export function useOrder(fromId: string, attended: boolean) {
  const { data: board } = useQuery(boardQuery())
  const [given, give] = useState<Order | null>(null)
  const [sending, setSending] = useState(0)
  const order = given && board ? withRecorded(given, (id) => isOnBoard(board, id)) : given

  async function follow({ takes, end }: UnderWay) {
    setSending(takes)
    const came = await end
    give(came.after)
    setSending(0)
    return came
  }

  const find = useEffectEvent((looking: boolean) => {
    const started = orderUnderWay(fromId)
    if (started) void follow(started)
    else if (looking) give((shown) => shown ?? readOrder(fromId))
  })
  useEffect(() => find(attended), [attended])

  // What the studio has recorded of it stays recorded, also when it has left the board.
  const isAllRecorded = order !== given && order?.stop === null
  useEffect(() => {
    if (!isAllRecorded) return
    forgetOrder(fromId)
    give(order)
  })

  return {
    order,
    sending,
    follow,
    leave() {
      forgetOrder(fromId)
      give(null)
    },
  }
}
