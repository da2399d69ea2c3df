ALTER TABLE "deliveries" ADD COLUMN "tried_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "editions" DROP COLUMN "period_from";--> statement-breakpoint
ALTER TABLE "editions" DROP COLUMN "active_at";