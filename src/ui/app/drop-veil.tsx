import { Icon } from "#ui/kit";

/** Over the page while a file is held over it: that it may be dropped, and what that does. */
export function DropVeil({ title, text }: { title: string; text: string }) {
  return (
    <div className="drop-veil" role="status">
      <div>
        <Icon name="download" size={20} />
        <p className="w6">{title}</p>
        <p className="t2">{text}</p>
      </div>
    </div>
  );
}
