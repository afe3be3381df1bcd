import { Component } from "react";
import type { ReactNode } from "react";
import { Button, EmptyState } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

/** Shows a sentence where a page breaks. React asks for a class here. */
export class FaultBoundary extends Component<{ children: ReactNode }, { hasFault: boolean }> {
  override state = { hasFault: false };

  static getDerivedStateFromError() {
    return { hasFault: true };
  }

  override componentDidMount() {
    addEventListener("hashchange", this.tryAgain);
  }

  override componentWillUnmount() {
    removeEventListener("hashchange", this.tryAgain);
  }

  /** Another page may well be whole. */
  tryAgain = () => {
    if (this.state.hasFault) this.setState({ hasFault: false });
  };

  override render() {
    return this.state.hasFault ? <Fault /> : this.props.children;
  }
}

function Fault() {
  const t = useMessages().nav;
  return (
    <EmptyState
      icon="triangle-alert"
      tone="stop"
      title={t.faultTitle}
      text={t.faultText}
      actions={<Button onPress={() => location.reload()}>{t.reload}</Button>}
    />
  );
}
