import { memo } from "react";
import { Icon, IconButton, Switch } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

export type CanvasControlsProps = {
  /** 1 is 100 %. */
  zoom: number;
  onZoomIn: () => void;
  onZoomOut: () => void;
  onZoomReset: () => void;
  onFit: () => void;
  dataView: boolean;
  onDataView: (isOn: boolean) => void;
};

/** The bar at the bottom left: zoom, fit, data view and its legend. */
export const CanvasControls = memo(function CanvasControls(props: CanvasControlsProps) {
  const t = useMessages().canvas;
  return (
    <div className="cbar" role="toolbar" aria-label={t.controls}>
      <IconButton icon="minus" label={t.zoomOut} onPress={props.onZoomOut} />
      <button type="button" className="zoom num" title={t.zoomReset} onClick={props.onZoomReset}>
        {t.zoomPercent(Math.round(props.zoom * 100))}
      </button>
      <IconButton icon="plus" label={t.zoomIn} onPress={props.onZoomIn} />
      <IconButton icon="maximize" label={t.fit} onPress={props.onFit} />
      <span className="sep" />
      <label className="data-view">
        <Icon name="layers" />
        <span>{t.dataView}</span>
        <Switch label={t.dataView} hideLabel checked={props.dataView} onChange={props.onDataView} />
      </label>
      {props.dataView && (
        <span className="legend">
          <span className="sep" />
          <i className="swatch" />
          {t.outsideLegend}
        </span>
      )}
    </div>
  );
});
