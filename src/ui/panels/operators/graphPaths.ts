/** Lines of the operator graph on a pen's paper. */
import type { PathSink } from './graphPens';
import type { Camera } from './graphScene';
import type { PathPiece } from './graphWires';

export function tracePath(sink: PathSink, path: readonly PathPiece[], k: number, x: number, y: number): void {
  path.forEach((piece, index) => {
    if (piece.length === 6)
      sink.bezierCurveTo(
        piece[0] * k + x,
        piece[1] * k + y,
        piece[2] * k + x,
        piece[3] * k + y,
        piece[4] * k + x,
        piece[5] * k + y,
      );
    else if (index === 0) sink.moveTo(piece[0] * k + x, piece[1] * k + y);
    else sink.lineTo(piece[0] * k + x, piece[1] * k + y);
  });
}

/** An open arrow head: lines enter boxes along the main axis. */
export function traceHead(
  sink: PathSink,
  path: readonly PathPiece[],
  { k, x, y }: Camera,
  horizontal: boolean,
): void {
  const [endX, endY] = path.at(-1)!.slice(-2) as [number, number];
  const [tipX, tipY] = [endX * k + x, endY * k + y];
  const [along, across] = [7 * k, 4 * k];
  sink.moveTo(horizontal ? tipX - along : tipX - across, horizontal ? tipY - across : tipY - along);
  sink.lineTo(tipX, tipY);
  sink.lineTo(horizontal ? tipX - along : tipX + across, horizontal ? tipY + across : tipY - along);
}
