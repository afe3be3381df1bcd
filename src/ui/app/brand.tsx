import { useMessages } from "../messages/index.ts";

/** The gatehouse and its name; on a narrow bar the mark alone. */
export function Brand() {
  const t = useMessages();
  return (
    <a className="brand" href="#/" aria-label={t.product}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path
          fill="currentColor"
          d="M2.5 4.2c0-.7.5-1.2 1.2-1.2h2.1c.7 0 1.2.5 1.2 1.2v2.3h2.7V4.2c0-.7.5-1.2 1.2-1.2h2.2c.7 0 1.2.5 1.2 1.2v2.3H17V4.2c0-.7.5-1.2 1.2-1.2h2.1c.7 0 1.2.5 1.2 1.2v15.6c0 .7-.5 1.2-1.2 1.2h-4.1v-5.3a4.2 4.2 0 0 0-8.4 0V21H3.7c-.7 0-1.2-.5-1.2-1.2Z"
        />
      </svg>
      <span>{t.product}</span>
    </a>
  );
}
