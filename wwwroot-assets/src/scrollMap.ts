// Browsers cap the height of an element (Firefox at 17.9 million pixels), and millions of rows are taller. The scroll
// bar then stands for a range that is shorter than the rows: both ends of it are true to scale, so that the wheel
// reaches the first and the last row pixel by pixel; the long middle is compressed, and drags jump through it.
const longest = 5_000_000; // pixels that the scroll bar stands for, at most
const trueEnd = 100_000; // pixels at each end that are true to scale

/** Maps between places among the rows ("row pixels") and places of the scroll bar. */
export class ScrollMap {
  readonly scrollHeight: number;
  private readonly rowRange: number;
  private readonly barRange: number;

  /**
   * @param rowsHeight height of all rows, in pixels
   * @param viewHeight height of the part of them that is seen
   */
  constructor(readonly rowsHeight: number, readonly viewHeight: number) {
    this.scrollHeight = Math.min(rowsHeight, longest);
    this.rowRange = Math.max(0, rowsHeight - viewHeight);
    this.barRange = Math.max(0, this.scrollHeight - viewHeight);
  }

  /** Whether one pixel of the bar is not everywhere one pixel of rows. */
  get isCompressed(): boolean {
    return this.rowRange > this.barRange;
  }

  /** A movement of the bar up to this many pixels is the wheel, a finger or a key; more is a drag or a jump. */
  get smallMove(): number {
    return Math.max(1000, this.scrollHeight / Math.max(1, this.viewHeight) / 2);
  }

  clamp(rowPixels: number): number {
    return Math.min(Math.max(0, rowPixels), this.rowRange);
  }

  toRows(bar: number): number {
    if (!this.isCompressed || bar <= trueEnd) {
      return bar;
    }
    const left = this.barRange - bar;
    return left <= trueEnd ? this.rowRange - left : trueEnd + (bar - trueEnd) * this.stretch;
  }

  toBar(rowPixels: number): number {
    if (!this.isCompressed || rowPixels <= trueEnd) {
      return rowPixels;
    }
    const left = this.rowRange - rowPixels;
    return left <= trueEnd ? this.barRange - left : trueEnd + (rowPixels - trueEnd) / this.stretch;
  }

  private get stretch(): number {
    return (this.rowRange - 2 * trueEnd) / (this.barRange - 2 * trueEnd);
  }
}
