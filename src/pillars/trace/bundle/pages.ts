/** Steps that are asked for at a time: enough to be worth a question, and few enough that a page of them is soon made into bytes. */
const pageSize = 2000;

interface Page<Row> {
  /** The steps that were asked for, half open. */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly Row[];
}

/** What a store has of so many steps, page by page; it looks for one page while another is worked on. */
export async function* pagesOf<Row>(
  size: number,
  read: (from: number, to: number) => Promise<readonly Row[]>,
): AsyncGenerator<Page<Row>> {
  const ask = (from: number) => {
    const to = Math.min(size, from + pageSize);
    const page = read(from, to).then((rows) => ({ from, to, rows }));
    // Nobody may come for it any more.
    page.catch(() => undefined);
    return page;
  };
  for (let coming = size > 0 ? ask(0) : undefined; coming !== undefined;) {
    const page = await coming;
    coming = page.to < size ? ask(page.to) : undefined;
    yield page;
  }
}
