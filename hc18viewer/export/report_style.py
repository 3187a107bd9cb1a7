"""How the report looks, on the screen and on paper."""

from hc18viewer.export.pictures import PREDICTION_COLOUR, TRUTH_COLOUR

STYLE = f"""
:root {{ color-scheme: light; }}
body {{ margin: 0; background: #fff; color: #1b2127; font: 15px/1.5 system-ui, sans-serif; }}
main {{ max-width: 1120px; margin: 0 auto; padding: 24px 20px 48px; }}
h1 {{ font-size: 26px; line-height: 1.25; margin: 0 0 4px; overflow-wrap: anywhere; }}
h2 {{ font-size: 19px; margin: 36px 0 10px; padding-bottom: 4px;
    border-bottom: 1px solid #c6ccd3; }}
h3 {{ font-size: 15px; margin: 0 0 2px; overflow-wrap: anywhere; }}
p {{ margin: 6px 0; max-width: 80ch; }}
.quiet, figcaption {{ color: #545e69; }}
.note {{ background: #fff4dc; border-left: 4px solid #b87700; padding: 6px 12px; }}
table {{ border-collapse: collapse; margin: 10px 0; }}
th, td {{ padding: 4px 14px 4px 0; text-align: left; vertical-align: top;
    border-bottom: 1px solid #e2e6ea; overflow-wrap: anywhere; }}
thead th {{ border-bottom: 2px solid #c6ccd3; }}
th {{ font-weight: 600; }}
th[scope=row] {{ white-space: nowrap; }}
td.figure, th.figure {{ text-align: right; font-variant-numeric: tabular-nums;
    white-space: nowrap; }}
figure {{ margin: 0; }}
svg {{ display: block; width: 100%; height: auto; }}
.plots {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(min(480px, 100%), 1fr));
    gap: 20px 28px; }}
.curves {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr));
    gap: 16px 24px; }}
.case {{ margin: 0 0 24px; }}
.case p {{ margin: 0 0 6px; max-width: none; font-variant-numeric: tabular-nums; }}
.pictures {{ display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px; }}
.pictures img {{ display: block; width: 100%; height: auto; background: #000; }}
.pictures figcaption {{ font-size: 13px; }}
.legend span {{ display: inline-block; width: 34px; margin: 0 6px 0 0; vertical-align: middle;
    background: #101010; padding: 5px 4px; }}
.legend i {{ display: block; border-top: 3px solid {TRUTH_COLOUR}; }}
.legend i.prediction {{ border-top: 3px dashed {PREDICTION_COLOUR}; }}
.legend span + b {{ font-weight: 400; margin-right: 22px; }}
footer {{ margin-top: 40px; border-top: 1px solid #c6ccd3; padding-top: 8px; font-size: 13px; }}
@media print {{
    @page {{ size: A4; margin: 14mm; }}
    body {{ font-size: 10pt; }}
    main {{ max-width: none; padding: 0; }}
    h2 {{ break-after: avoid; }}
    .case, figure, tr, .note {{ break-inside: avoid; }}
    .plots {{ display: block; }}
    .plots figure {{ width: 150mm; margin-bottom: 6mm; }}
    .curves {{ grid-template-columns: 1fr 1fr; }}
    .legend span, .note {{ print-color-adjust: exact; -webkit-print-color-adjust: exact; }}
}}
"""
