"""The reply that is being written, so that a reload or a second tab sees it too."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "live",
        sa.Column(
            "consultation", sa.Text, sa.ForeignKey("consultations.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("live")
